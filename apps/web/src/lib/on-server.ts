// Kit writes all load data into scripts for the browser, and does that work even where no script is sent. Our pages are
// plain HTML, so large data is wrapped: it is rendered here and never serialised (a seventh of the list's time).

export class OnServer<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}
