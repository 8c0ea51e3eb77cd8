import { annotation, problemAt, valueAt } from '../lib/documents.mjs';
import { ofKind } from '../lib/places.mjs';

const TEAM_LABEL = 'eks-fleet.io/team';
const ENVIRONMENT = 'eks-fleet.io/environment';
const OWNER = 'eks-fleet.io/owner';

/** Namespaces that are the cluster's or the platform's. */
const RESERVED =
  /^(default|(kube|amazon|aws|eks|argo|argocd|ack|flux|kyverno|gatekeeper)(-.*)?)$/;

/** A namespace's file is about the team, environment and namespace that its path names, and nothing else. */
export function namespaces(repository) {
  return ofKind(repository, 'namespace')
    .filter(({ documents }) => documents.length > 0)
    .flatMap(file => [
      ...reserved(file),
      ...firstDocument(file),
      ...file.documents.slice(1).flatMap(each => member(file, each)),
      ...project(file, repository),
    ]);
}

function reserved({ path, place }) {
  return RESERVED.test(place.namespace)
    ? [
        {
          file: path,
          line: 1,
          message: `${place.namespace} is the cluster's or the platform's own; no team gets it`,
        },
      ]
    : [];
}

/** ApplicationSets read the first document of a file, and no other. */
function firstDocument(file) {
  const [document] = file.documents;
  const { place } = file;
  if (document.value?.kind !== 'Namespace') {
    return [
      problemAt(file, document, ['kind'], 'must begin with the Namespace'),
    ];
  }
  const labels = ['metadata', 'labels', TEAM_LABEL];
  const environment = ['metadata', 'annotations', ENVIRONMENT];
  const owner = annotation(document, OWNER);
  return [
    ...same(file, document, ['metadata', 'name'], place.namespace, 'namespace'),
    ...same(file, document, labels, place.team, 'team'),
    ...same(file, document, environment, place.environment, 'environment'),
    ...podSecurity(file, document),
    ...(typeof owner === 'string' &&
    /^group:[^/]+\/(.+)$/.exec(owner)?.[1] === place.team
      ? []
      : [
          problemAt(
            file,
            document,
            ['metadata', 'annotations', OWNER],
            `${OWNER} must be the group ${place.team}, such as group:default/${place.team}, as the path says`,
          ),
        ]),
  ];
}

/** A label by another name switches nothing on, and nobody is told. */
function podSecurity(file, document) {
  const labels = ['metadata', 'labels'];
  return Object.keys(valueAt(document.value, labels) ?? {})
    .filter(
      label =>
        label.startsWith('pod-security.kubernetes.io/') &&
        !/\/(enforce|audit|warn)(-version)?$/.test(label),
    )
    .map(label =>
      problemAt(
        file,
        document,
        [...labels, label],
        `${label} is no label of pod security; there are enforce, audit and warn, each with -version`,
      ),
    );
}

function member(file, document) {
  const { value } = document;
  return value?.kind === 'Namespace'
    ? [
        problemAt(
          file,
          document,
          ['kind'],
          'is a second Namespace; each has a folder of its own',
        ),
      ]
    : same(
        file,
        document,
        ['metadata', 'namespace'],
        file.place.namespace,
        'namespace',
      );
}

function same(file, document, path, right, what) {
  const value = valueAt(document.value, path);
  return value === right
    ? []
    : [
        problemAt(
          file,
          document,
          path,
          `says ${
            value === undefined ? `no ${what}` : JSON.stringify(value)
          } at ${path.at(-1)}; by its path the ${what} is ${JSON.stringify(
            right,
          )}`,
        ),
      ];
}

function project({ path }, { files }) {
  const beside = path.replace(/namespace\.yaml$/, 'project.yaml');
  return files.some(each => each.path === beside)
    ? []
    : [
        {
          file: path,
          line: 1,
          message:
            'has no project.yaml beside it; nothing could be deployed into it',
          others: [beside],
        },
      ];
}
