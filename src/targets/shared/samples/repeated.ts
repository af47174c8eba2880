/** A long value that tests write short: so many times the same text, or a list of so many of it. */
export class Repeated {
  readonly text: string;
  readonly times: number;
  readonly isList: boolean;

  constructor(text: string, times: number, isList = false) {
    this.text = text;
    this.times = times;
    this.isList = isList;
  }
}
