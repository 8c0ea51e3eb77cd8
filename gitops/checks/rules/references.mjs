import { isDeleting } from '../lib/documents.mjs';
import { clusterApplication, ofKind } from '../lib/places.mjs';

/** A namespace is on a cluster that is there, and stays as long as the namespace does. */
export function references(repository) {
  const clusters = new Map(
    ofKind(repository, 'cluster').map(file => [
      `${file.place.environment}/${clusterApplication(file.place)}`,
      file,
    ]),
  );
  return ofKind(repository, 'namespace').flatMap(file => {
    const { place } = file;
    const cluster = clusters.get(
      `${place.environment}/${clusterApplication(place)}`,
    );
    const folder = `clusters/${place.environment}/${place.account}/${place.region}/${place.cluster}`;
    if (!cluster) {
      return [
        {
          file: file.path,
          line: 1,
          message: `is on a cluster that is not there: ${folder}/ has no file`,
          others: [
            `${folder}/cluster.yaml`,
            `${folder}/cluster.auto.tfvars.json`,
          ],
        },
      ];
    }
    return isDeleting(cluster) && !isDeleting(file)
      ? [
          {
            file: cluster.path,
            line: 1,
            message: `is marked for deletion while ${file.path} is on it; delete or move that first`,
            others: [file.path],
          },
        ]
      : [];
  });
}
