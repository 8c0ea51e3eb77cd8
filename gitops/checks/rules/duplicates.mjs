import { valueAt } from '../lib/documents.mjs';
import {
  clusterApplication,
  namespaceApplication,
  ofKind,
  teamApplication,
} from '../lib/places.mjs';
import { clustersOf } from './applications.mjs';

/** What there is once in AWS, on a cluster or in Argo CD is in one file. */
export function duplicates(repository) {
  const clusters = ofKind(repository, 'cluster');
  const namespaces = ofKind(repository, 'namespace');
  const applications = ofKind(repository, 'application');
  return [
    ...twice(clusters, ({ place }) => [
      `the cluster ${place.cluster} in ${place.account} and ${place.region}`,
    ]),
    ...twice(namespaces, ({ place }) => [
      `the namespace ${place.namespace} on ${clusterApplication(place)}`,
    ]),
    // Names of parts with dashes between can come out the same: a-b and c, a and b-c.
    ...twice([...clusters, ...namespaces, ...applications], file =>
      argoNames(repository, file).map(name => `what Argo CD calls ${name}`),
    ),
    ...twice(clusters, file =>
      file.documents
        .map(
          ({ value }) =>
            `the ${valueAt(value, ['kind'])} ${valueAt(value, [
              'metadata',
              'namespace',
            ])}/${valueAt(value, ['metadata', 'name'])} on the hub`,
        )
        .filter(() => !file.path.endsWith('.json')),
    ),
  ];
}

function argoNames(repository, file) {
  const { place } = file;
  switch (place.kind) {
    case 'cluster':
      return [clusterApplication(place)];
    case 'namespace':
      return [namespaceApplication(place)];
    default:
      return clustersOf(repository, file).map(each =>
        teamApplication(place, each.place),
      );
  }
}

function twice(files, keysOf) {
  const holders = new Map();
  for (const file of files) {
    for (const key of new Set(keysOf(file))) {
      holders.set(key, [...(holders.get(key) ?? []), file.path]);
    }
  }
  const found = new Map();
  for (const [key, paths] of holders) {
    for (const path of paths.length > 1 ? paths : []) {
      const others = paths.filter(each => each !== path);
      const id = `${path}\0${others.join('\0')}`;
      // One word on two files is enough.
      if (!found.has(id)) {
        found.set(id, {
          file: path,
          line: 1,
          message: `is ${key}, as ${others.join(' and ')} is`,
          others,
        });
      }
    }
  }
  return [...found.values()];
}
