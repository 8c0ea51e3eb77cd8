import { problemAt, valueAt } from '../lib/documents.mjs';
import { against } from '../lib/schema.mjs';

/** Nothing is in a file that Kubernetes or Terraform would drop, or take for something else. */
export function schemas({ files, schemas: schemaOf }) {
  return files
    .filter(({ place }) => place)
    .flatMap(file =>
      file.documents.flatMap(document => {
        const path = pathOf(file, document.value);
        const schema = path && schemaOf(path);
        if (!schema) {
          return [
            problemAt(
              file,
              document,
              ['kind'],
              `${nameOf(
                document.value,
              )} is no kind that this repository has; schemas/ has those that are`,
            ),
          ];
        }
        return against(schema, document.value).map(({ path: at, message }) =>
          problemAt(
            file,
            document,
            at,
            `${at.map(String).join('.') || 'it'} ${message}`,
          ),
        );
      }),
    );
}

function pathOf({ path, place }, value) {
  if (path.endsWith('.auto.tfvars.json')) {
    return 'terraform/cluster.auto.tfvars.json';
  }
  if (place.kind === 'application') {
    return 'eks-fleet/application.json';
  }
  const apiVersion = valueAt(value, ['apiVersion']);
  const kind = valueAt(value, ['kind']);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return undefined;
  }
  const [version, group = 'core'] = apiVersion.split('/').reverse();
  // What reads the repository may have more than what a team gets.
  const folder = place.kind === 'argocd' ? 'argocd' : group;
  const file = `${folder}/${kind.toLowerCase()}_${version}.json`;
  return /^[a-z0-9.-]+\/[a-z0-9_]+\.json$/.test(file) ? file : undefined;
}

function nameOf(value) {
  const named = [valueAt(value, ['apiVersion']), valueAt(value, ['kind'])];
  return named.every(each => typeof each === 'string')
    ? named.join(' ')
    : 'something without apiVersion and kind';
}
