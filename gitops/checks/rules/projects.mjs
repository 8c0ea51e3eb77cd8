import { problemAt, valueAt } from '../lib/documents.mjs';
import {
  clusterApplication,
  isServerOf,
  namespaceApplication,
  ofKind,
} from '../lib/places.mjs';

/** A team's project reaches its own namespace, and nothing of the whole cluster. */
export function projects(repository) {
  return ofKind(repository, 'project').flatMap(file =>
    file.documents.flatMap((document, index) =>
      projectOf(file, document, index),
    ),
  );
}

function projectOf(file, document, index) {
  const { place } = file;
  const { value } = document;
  const name = namespaceApplication(place);
  const wrong = (path, message) => problemAt(file, document, path, message);
  if (index > 0 || value?.kind !== 'AppProject') {
    return [wrong(['kind'], 'must be one AppProject, and nothing beside it')];
  }
  const problems = [];
  if (valueAt(value, ['metadata', 'name']) !== name) {
    problems.push(
      wrong(
        ['metadata', 'name'],
        `must be ${name}: by its path it is of that namespace`,
      ),
    );
  }
  const namespace = valueAt(value, ['metadata', 'namespace']);
  if (namespace !== undefined && namespace !== 'argocd') {
    problems.push(wrong(['metadata', 'namespace'], 'must be argocd'));
  }
  const spec = value.spec ?? {};
  // Left out, a whitelist of the whole cluster counts as empty.
  if ((spec.clusterResourceWhitelist ?? []).length > 0) {
    problems.push(
      wrong(
        ['spec', 'clusterResourceWhitelist'],
        'must be empty: nothing of the whole cluster is a team’s',
      ),
    );
  }
  const destinations = [spec.destinations ?? []].flat();
  if (destinations.length === 0) {
    problems.push(wrong(['spec', 'destinations'], 'must have the namespace'));
  }
  destinations.forEach((each, at) => {
    if (!reaches(place, each)) {
      problems.push(
        wrong(
          ['spec', 'destinations', at],
          `must be the namespace ${place.namespace} of the cluster ${place.cluster} in ${place.account} and ${place.region}, as the path says, and written out`,
        ),
      );
    }
  });
  for (const [at, repo] of [spec.sourceRepos ?? []].flat().entries()) {
    if (
      /^[*!]/.test(String(repo)) ||
      /^[a-z+]+:\/\/[^/]*\*/.test(String(repo))
    ) {
      problems.push(
        wrong(
          ['spec', 'sourceRepos', at],
          `${JSON.stringify(
            repo,
          )} is anybody's; name a repository, or a folder of them`,
        ),
      );
    }
  }
  (spec.roles ?? []).forEach((role, at) =>
    (role?.policies ?? []).forEach((policy, index2) => {
      if (!isOwnPolicy(name, role.name, policy)) {
        problems.push(
          wrong(
            ['spec', 'roles', at, 'policies', index2],
            `must begin with p, proj:${name}:${role.name} and be about ${name}/ only`,
          ),
        );
      }
    }),
  );
  return problems;
}

function reaches(place, destination) {
  const { name, namespace, server } = destination ?? {};
  const isCluster =
    server !== undefined
      ? name === undefined && isServerOf(place, String(server))
      : name === place.cluster || name === clusterApplication(place);
  return namespace === place.namespace && isCluster;
}

function isOwnPolicy(project, role, policy) {
  const [p, subject, , , object] = String(policy)
    .split(',')
    .map(each => each.trim());
  return (
    p === 'p' &&
    subject === `proj:${project}:${role}` &&
    Boolean(object?.startsWith(`${project}/`))
  );
}
