import { annotation, problemAt, valueAt } from '../lib/documents.mjs';
import { ofKind } from '../lib/places.mjs';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** What may come and go with its file: what deletes, never what is to stay. */
const PASSING = /-deletions$/;

/** What may be pruned, as nothing else is in it: policies and exceptions. */
const PRUNED = new Set(['fleet-policies']);

/** The ApplicationSets delete nothing when a file, a generator or they themselves are gone. */
export function absence(repository) {
  return ofKind(repository, 'argocd').flatMap(file =>
    file.documents.flatMap(document => {
      const { kind } = document.value ?? {};
      if (kind === 'ApplicationSet') {
        return [
          ...applicationSet(file, document),
          ...projectOf(file, document, ['spec', 'template', 'spec', 'project']),
        ];
      }
      return kind === 'Application'
        ? [
            ...noPrune(file, document, ['spec']),
            ...projectOf(file, document, ['spec', 'project']),
          ]
        : [];
    }),
  );
}

function applicationSet(file, document) {
  const { value } = document;
  const name = String(valueAt(value, ['metadata', 'name']));
  if (PASSING.test(name)) {
    return [];
  }
  const must = (path, right, message) =>
    valueAt(value, path) === right
      ? []
      : [
          problemAt(
            file,
            document,
            path,
            `${path.at(-1)} must be ${right}: ${message}`,
          ),
        ];
  return [
    ...must(
      ['spec', 'syncPolicy', 'applicationsSync'],
      'create-update',
      'a file that is gone would take its application with it',
    ),
    ...must(
      ['spec', 'syncPolicy', 'preserveResourcesOnDeletion'],
      true,
      'an application that is gone would take everything with it',
    ),
    ...((valueAt(value, ['metadata', 'finalizers']) ?? []).includes(FINALIZER)
      ? []
      : [
          problemAt(
            file,
            document,
            ['metadata'],
            `must have the finalizer ${FINALIZER}: Kubernetes would delete its applications with it`,
          ),
        ]),
    ...(String(
      annotation(document, 'argocd.argoproj.io/sync-options'),
    ).includes('Delete=false')
      ? []
      : [
          problemAt(
            file,
            document,
            ['metadata', 'annotations'],
            'must have Prune=false,Delete=false among argocd.argoproj.io/sync-options',
          ),
        ]),
    ...(PRUNED.has(name)
      ? []
      : noPrune(file, document, ['spec', 'template', 'spec'])),
  ];
}

function noPrune(file, document, spec) {
  const path = [...spec, 'syncPolicy', 'automated', 'prune'];
  return valueAt(document.value, path) === true
    ? [
        problemAt(
          file,
          document,
          path,
          'prune must be false: what is gone from Git would go from the cluster',
        ),
      ]
    : [];
}

/** A project that comes out of a file would be whatever somebody writes there. */
function projectOf(file, document, path) {
  const project = valueAt(document.value, path);
  const name = String(valueAt(document.value, ['metadata', 'name']));
  // That of the namespace that an application is of, by the folder it is in.
  const isOfPath =
    name === 'applications' &&
    String(project).startsWith(
      '{{ .namespace }}-{{ index .place.path.segments 5 }}-',
    );
  return project !== 'default' && (isOfPath || !String(project).includes('{{'))
    ? []
    : [
        problemAt(
          file,
          document,
          path,
          'project must be written out, and not be default',
        ),
      ];
}
