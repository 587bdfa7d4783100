// What other modules read from the environment while they are loaded; server.ts imports this before any of them.

/** Pages straight from their sources, with reload. */
export const developing = process.env.KANSENPLEIN_DEV === '1';

// Without this the API would send stack traces along with its errors.
process.env.NODE_ENV = developing ? 'development' : 'production';
// The built pages believe these two headers; server.ts writes them over on every request.
process.env.PROTOCOL_HEADER = 'x-kansenplein-protocol';
process.env.ADDRESS_HEADER = 'x-kansenplein-address';
// The largest document that can be brought in (10 MB) with its form; the hook keeps every other page to less.
process.env.BODY_SIZE_LIMIT = '11M';
