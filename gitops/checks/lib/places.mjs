/** What stands between two slashes: nothing that a path, a shell or YAML takes for more. */
const NAME = '[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?';
const ACCOUNT = '[0-9]{12}';
const REGION = '[a-z]{2}(?:-[a-z]+)+-[0-9]';

const CLUSTER = `(?<environment>${NAME})/(?<account>${ACCOUNT})/(?<region>${REGION})/(?<cluster>${NAME})`;

/** Where each kind of file is. */
const PLACES = [
  [
    'cluster',
    new RegExp(
      `^clusters/${CLUSTER}/(?<file>cluster\\.yaml|cluster\\.auto\\.tfvars\\.json)$`,
    ),
  ],
  [
    'namespace',
    new RegExp(
      `^namespaces/(?<team>${NAME})/${CLUSTER}/(?<namespace>${NAME})/namespace\\.yaml$`,
    ),
  ],
  [
    'project',
    new RegExp(
      `^namespaces/(?<team>${NAME})/${CLUSTER}/(?<namespace>${NAME})/project\\.yaml$`,
    ),
  ],
  [
    'application',
    new RegExp(
      `^applications/(?<team>${NAME})/(?<application>${NAME})/(?<environment>${NAME})\\.yaml$`,
    ),
  ],
  ['argocd', /^argocd\/[a-z0-9-]+\.yaml$/],
];

/** How each kind of file is to be called. */
export const RIGHT = {
  clusters:
    'clusters/<environment>/<account>/<region>/<cluster>/cluster.yaml or cluster.auto.tfvars.json',
  namespaces:
    'namespaces/<team>/<environment>/<account>/<region>/<cluster>/<namespace>/namespace.yaml or project.yaml',
  applications: 'applications/<team>/<application>/<environment>.yaml',
  argocd: 'argocd/<name>.yaml',
};

/**
 * What a file is by its path alone: `{ kind, team?, environment?, account?,
 * region?, cluster?, namespace?, application? }`, or nothing.
 */
export function placeOf(path) {
  for (const [kind, pattern] of PLACES) {
    const match = pattern.exec(path);
    if (match) {
      return { kind, ...match.groups };
    }
  }
  return undefined;
}

/** What Argo CD calls the application of a cluster. */
export function clusterApplication({ account, cluster, region }) {
  return `${cluster}-${account}-${region}`;
}

/** What Argo CD calls the application of a namespace, and its project. */
export function namespaceApplication({ namespace, ...place }) {
  return `${namespace}-${clusterApplication(place)}`;
}

/** What Argo CD calls an application on one cluster. */
export function teamApplication({ application, environment }, place) {
  return `${application}-${environment}-${clusterApplication(place)}`;
}

/** The server by which the managed Argo CD knows a cluster; any partition. */
export function isServerOf({ account, cluster, region }, server) {
  return new RegExp(
    `^arn:aws(-cn|-us-gov)?:eks:${region}:${account}:cluster/${cluster}$`,
  ).test(server);
}

/** Files that are of a place, by what is the same of both. */
export function ofKind(repository, kind) {
  return repository.files.filter(({ place }) => place?.kind === kind);
}
