import { isDeleting, problemAt, valueAt } from '../lib/documents.mjs';
import { ofKind } from '../lib/places.mjs';

/**
 * The namespaces' files on whose clusters an application runs: the team's, in
 * its environment, by the name that the entry says.
 */
export function clustersOf(repository, file) {
  const { environment, team } = file.place;
  const value = file.documents[0]?.value;
  const chosen = chosenBy(value);
  return ofKind(repository, 'namespace').filter(
    ({ place }) =>
      place.team === team &&
      place.environment === environment &&
      place.namespace === valueAt(value, ['namespace']) &&
      chosen.some(each => isPlace(place, each)),
  );
}

/** An application runs where its team has the namespace, in its environment. */
export function applications(repository) {
  return ofKind(repository, 'application').flatMap(file => {
    const [document, ...more] = file.documents;
    if (!document) {
      return [];
    }
    const { place } = file;
    const namespace = valueAt(document.value, ['namespace']);
    const found = clustersOf(repository, file);
    const missing = chosenBy(document.value).flatMap((each, index) =>
      each?.cluster === '*' ||
      found.some(cluster => isPlace(cluster.place, each))
        ? []
        : [index],
    );
    return [
      ...more.map(each =>
        problemAt(
          file,
          each,
          [],
          'is a second entry; each has a file of its own',
        ),
      ),
      ...ofPath(file, document),
      ...ofTeam(file, document),
      ...(found.length > 0 || missing.length > 0
        ? []
        : [
            problemAt(
              file,
              document,
              ['namespace'],
              `the team ${place.team} has no namespace ${JSON.stringify(
                namespace,
              )} in ${place.environment}: there is no namespaces/${
                place.team
              }/${place.environment}/…/${namespace}/`,
            ),
          ]),
      ...missing.map(index =>
        problemAt(
          file,
          document,
          ['clusters', index],
          `has no namespace ${JSON.stringify(namespace)} of the team ${
            place.team
          } in ${place.environment}`,
        ),
      ),
      ...found.filter(isDeleting).map(each => ({
        file: each.path,
        line: 1,
        message: `is marked for deletion while ${file.path} runs in it; take that out first`,
        others: [file.path],
      })),
    ];
  });
}

/** Whatever an entry says of itself beside its path has to be the same. */
function ofPath(file, document) {
  const { application, environment, team } = file.place;
  return [
    ['name', application],
    ['application', application],
    ['environment', environment],
    ['team', team],
  ].flatMap(([field, right]) => {
    const value = valueAt(document.value, [field]);
    return value === undefined || value === right
      ? []
      : [
          problemAt(
            file,
            document,
            [field],
            `says ${JSON.stringify(value)}; by its path it is ${JSON.stringify(
              right,
            )}`,
          ),
        ];
  });
}

function ofTeam(file, document) {
  const owner = valueAt(document.value, ['owner']);
  return /^group:[^/]+\/(.+)$/.exec(String(owner))?.[1] === file.place.team
    ? []
    : [
        problemAt(
          file,
          document,
          ['owner'],
          `owner must be the group ${file.place.team}, such as group:default/${file.place.team}, as the path says`,
        ),
      ];
}

function chosenBy(value) {
  const clusters = valueAt(value, ['clusters']);
  return Array.isArray(clusters) ? clusters : [];
}

/** `*` is any. */
function isPlace(place, chosen) {
  return ['account', 'region', 'cluster'].every(
    key => chosen?.[key] === '*' || chosen?.[key] === place[key],
  );
}
