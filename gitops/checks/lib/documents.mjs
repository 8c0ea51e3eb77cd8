import { LineCounter, parseAllDocuments } from 'yaml';

/**
 * A file's documents as `{ value, lineOf(path) }`, and what keeps it from being
 * read as `problems`. JSON is YAML too.
 */
export function readDocuments(path, text) {
  const lines = new LineCounter();
  // Long enough for people, short enough that no alias makes a bomb of it.
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const all = Array.isArray(parsed) ? parsed : [];
  const problems = all.flatMap(({ errors }) =>
    errors.map(({ message, pos }) => ({
      file: path,
      line: lines.linePos(pos[0]).line || 1,
      message: `cannot be read: ${message}`,
    })),
  );
  if (problems.length > 0) {
    return { documents: [], problems };
  }
  try {
    const documents = all
      .filter(each => each.contents !== null)
      .map(each => ({
        value: each.toJS({ maxAliasCount: 0 }),
        lineOf: at => lineOf(each, lines, at),
      }));
    return { documents, problems };
  } catch {
    return {
      documents: [],
      problems: [
        {
          file: path,
          line: 1,
          message: 'has aliases; write out what they stand for',
        },
      ],
    };
  }
}

/** The line of a field, or of the nearest one around it that is there. */
function lineOf(document, lines, at) {
  for (let length = at.length; length >= 0; length--) {
    const path = at.slice(0, length);
    const key = keyAt(document, path);
    if (key?.range) {
      return lines.linePos(key.range[0]).line;
    }
  }
  return 1;
}

function keyAt(document, path) {
  if (path.length === 0) {
    return document.contents;
  }
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  return (
    parent?.items?.find(item => item?.key?.value === last)?.key ??
    parent?.items?.[last]
  );
}

/** The value at a path, or nothing where there is none. */
export function valueAt(value, path) {
  return path.reduce(
    (within, key) =>
      typeof within === 'object' &&
      within !== null &&
      Object.hasOwn(within, key)
        ? within[key]
        : undefined,
    value,
  );
}

export function annotation(document, name) {
  return valueAt(document?.value, ['metadata', 'annotations', name]);
}

/** Whether anything in a file says that what it stands for is to be deleted. */
export function isDeleting(file) {
  return Boolean(
    file?.documents.some(
      document =>
        annotation(document, 'eks-fleet.io/lifecycle') === 'deleting' ||
        valueAt(document.value, ['fleet', 'lifecycle']) === 'deleting',
    ),
  );
}

/** A problem at a field of a document. */
export function problemAt(file, document, path, message, others) {
  return {
    file: file.path,
    line: document.lineOf(path),
    message,
    ...(others && { others }),
  };
}
