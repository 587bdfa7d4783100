// Weaknesses that are planted on purpose, as SQL for the superuser.

/** Rewrites the body of one function, and fails when there is nothing to rewrite. */
export const rewritten = (signature: string, from: string, to: string) => `
  do $plant$
  declare
    body text := pg_get_functiondef('${signature}'::regprocedure);
  begin
    if position($from$${from}$from$ in body) = 0 then
      raise exception 'nothing to rewrite in ${signature}';
    end if;
    execute replace(body, $from$${from}$from$, $to$${to}$to$);
  end
  $plant$`;
