import { isDeleting } from '../lib/documents.mjs';

/** What dies by two changes: what it is called, and which of its files says so. */
const MORTAL = {
  cluster: { one: 'one cluster', several: 'clusters' },
  namespace: { one: 'one namespace', several: 'namespaces' },
};

/**
 * A change marks or removes at most one cluster and one namespace, and removes
 * nothing that was not marked by a change before it.
 */
export function deletions({ files }, { change }) {
  if (!change) {
    return [];
  }
  const now = new Map(files.map(file => [file.path, file]));
  return Object.entries(MORTAL)
    .flatMap(([kind, { one, several }]) => {
      const removed = [...change.before.values()].filter(
        ({ path, place }) => place?.kind === kind && !now.has(path),
      );
      const marked = files.filter(
        file =>
          file.place?.kind === kind &&
          change.touched.has(file.path) &&
          isDeleting(file) &&
          !isDeleting(change.before.get(file.path)),
      );
      const unmarked = removed
        .filter(file => !isDeleting(file))
        .map(({ path }) => ({
          file: path,
          line: 1,
          message:
            'is gone, renamed or moved, and was not marked: a change of its own has to say `lifecycle: deleting` first. Its owner, account, Region, environment and name cannot be changed',
        }));
      const all = [...removed, ...marked];
      return [
        ...unmarked,
        ...(all.length > 1
          ? all.map(({ path }) => ({
              file: path,
              line: 1,
              message: `marks or removes ${one} of ${
                all.length
              }; a change may mark or remove only one. The other ${several}: ${all
                .filter(each => each.path !== path)
                .map(each => each.path)
                .sort()
                .slice(0, 5)
                .join(', ')}`,
            }))
          : []),
      ];
    })
    .concat(orphanedProjects(now, change));
}

/** A project goes together with its namespace. */
function orphanedProjects(now, change) {
  return [...change.before.values()]
    .filter(({ path, place }) => place?.kind === 'project' && !now.has(path))
    .filter(({ path }) =>
      now.has(path.replace(/project\.yaml$/, 'namespace.yaml')),
    )
    .map(({ path }) => ({
      file: path,
      line: 1,
      message: 'is gone while its namespace is there; it goes together with it',
    }));
}
