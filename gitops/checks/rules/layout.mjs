import { RIGHT } from '../lib/places.mjs';

/** Each file is where its kind belongs, and can be read. */
export function layout({ files }) {
  return files.flatMap(({ documents, isLink, path, place, problems }) => {
    if (path.endsWith('/.gitkeep') || path.endsWith('/README.md')) {
      return [];
    }
    const wrong = message => [{ file: path, line: 1, message }];
    if (!place) {
      const [folder] = path.split('/');
      return wrong(
        `does not belong here; ${folder} has ${RIGHT[folder]}, in lower case`,
      );
    }
    if (isLink) {
      return wrong('is a link; write the file itself');
    }
    if (problems.length > 0) {
      return problems;
    }
    return documents.length === 0 ? wrong('is empty') : [];
  });
}
