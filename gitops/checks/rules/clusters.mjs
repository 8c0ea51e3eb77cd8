import { readCluster } from '../lib/clusterFile.mjs';
import { problemAt } from '../lib/documents.mjs';
import { ofKind } from '../lib/places.mjs';

/** A cluster's file is about the cluster that its path names. */
export function clusters(repository) {
  return ofKind(repository, 'cluster')
    .filter(({ documents }) => documents.length > 0)
    .flatMap(file => {
      const said = readCluster(file);
      if (!said) {
        return [
          {
            file: file.path,
            line: 1,
            message: 'has no object that stands for a cluster',
          },
        ];
      }
      const { place } = file;
      return [
        ['name', place.cluster],
        ['account', place.account],
        ['region', place.region],
        ['environment', place.environment],
      ]
        .filter(([field, right]) => said[field].value !== right)
        .map(([field, right]) =>
          problemAt(
            file,
            said[field].document ?? said.document,
            said[field].path,
            `says ${
              said[field].value === undefined
                ? `no ${field}`
                : `the ${field} ${JSON.stringify(said[field].value)}`
            }; by its path it is ${JSON.stringify(right)}`,
          ),
        );
    });
}
