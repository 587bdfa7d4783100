// The mail to who was invited: Dutch at level B1, plain text. It says what it is about and asks nothing in haste.

/** `name` is one line, as its contract demands; a mail header never takes more of it than that. */
export const invitationMail = (
  origin: string,
  { name, slug, by }: { readonly name: string; readonly slug: string; readonly by: string },
) => ({
  subject: `Uitnodiging voor de community ${name}`,
  body: [
    'Goedendag,',
    '',
    `${by} nodigt u uit voor de community ‘${name}’ op Kansenplein.`,
    'Daar praten mensen van gemeenten en organisaties met elkaar over hun werk.',
    '',
    'Bekijk de community en kies of u lid wilt worden:',
    `${origin}/communities/${slug}`,
    '',
    'U hoeft niets te doen als u geen lid wilt worden. De uitnodiging vervalt na dertig dagen.',
    '',
    'Kansenplein',
  ].join('\n'),
});
