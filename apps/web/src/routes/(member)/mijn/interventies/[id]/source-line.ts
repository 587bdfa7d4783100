// The line above a text that was taken over: from whom, and whether there is news.
type Source = Awaited<ReturnType<App.Locals['api']['adoptions']['source']['query']>>;

/** What the page says of where the text came from; null when it came from nobody. */
export function sourceOf(source: Source) {
  if (source.state === 'none') return null;
  if (source.state === 'gone') return { state: source.state, municipality: '', newer: false };
  const { municipality } = source.source;
  const files = source.attachments.some(({ since }) => since !== 'same') || source.attachmentsGone.length > 0;
  return {
    ...{ state: source.state, municipality: municipality.name },
    newer: source.news.length > 0 || files,
  };
}
