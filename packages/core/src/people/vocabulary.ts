// What a member page can say, and who may read each line of it. Dutch words live in the web.

/** In the order in which a page shows them. */
export const profileFields = ['work', 'place', 'themes', 'ask_me', 'about', 'telephone'] as const;

/** Nobody but oneself · who acts for the same municipality or organisation · every member of the alliance. Never visitors. */
export const profileAudiences = ['nobody', 'own', 'alliance'] as const;

export type ProfileField = (typeof profileFields)[number];
export type ProfileAudience = (typeof profileAudiences)[number];
