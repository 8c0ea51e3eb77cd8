import { expiryOf } from '../lib/clusterFile.mjs';
import { isDeleting, problemAt } from '../lib/documents.mjs';

/** What is past its day is extended or marked, not edited as if it went on. */
export function expiry({ files }, { change, today }) {
  return files
    .filter(
      ({ place }) => place?.kind === 'cluster' || place?.kind === 'namespace',
    )
    .filter(file => !isDeleting(file))
    .flatMap(file => {
      const said = expiryOf(file);
      if (!said) {
        return [];
      }
      const { date, document, path } = said;
      if (!isDate(date)) {
        return [
          problemAt(
            file,
            document,
            path,
            `${JSON.stringify(date)} is no date such as 2027-03-31`,
          ),
        ];
      }
      return date >= today
        ? []
        : [
            {
              ...problemAt(
                file,
                document,
                path,
                `was to live until ${date}; say a later day, or \`lifecycle: deleting\``,
              ),
              // Nothing is refused for having grown old meanwhile.
              isNote: !change,
            },
          ];
    });
}

function isDate(text) {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
