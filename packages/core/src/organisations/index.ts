// Partner organisations.
export { organisation } from './tables.ts';
