/** The header fields of a message that people read. */
import { headerText } from './encoded-word.ts';
import { FIELD, type FieldName, type Fields } from './fields.ts';

/** Fields that are shown, in this order. */
const SHOWN: readonly (readonly [name: string, field: FieldName])[] = [
  ['From', 'from'],
  ['Sender', 'sender'],
  ['Reply-To', 'reply-to'],
  ['To', 'to'],
  ['Cc', 'cc'],
  ['Bcc', 'bcc'],
  ['Date', 'date'],
  ['Subject', 'subject'],
  ['Message-ID', 'message-id'],
  ['In-Reply-To', 'in-reply-to'],
];

/** A header field as people read it. */
export interface ShownField {
  readonly name: string;
  readonly value: string;
}

/** The fields of a message, encoded words decoded; one that stands several times is given as often. */
export function shownFields(fields: Fields): ShownField[] {
  return SHOWN.flatMap(([name, field]) => {
    const number = FIELD[field];
    if (fields.start[number] === -1) return [];
    const values = [fields.value(number)];
    for (let i = 0; i < fields.more.length; i += 3) {
      if (fields.more[i] === number) values.push(fields.text.slice(fields.more[i + 1], fields.more[i + 2]));
    }
    return values.map((value) => ({ name, value: headerText(value) }));
  });
}
