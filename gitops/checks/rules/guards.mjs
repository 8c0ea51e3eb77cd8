import {
  annotation,
  isDeleting,
  problemAt,
  valueAt,
} from '../lib/documents.mjs';

const OPTIONS = 'argocd.argoproj.io/sync-options';
const LET_GO = 'only `lifecycle: deleting` lets go of that';

/** What is to stay is guarded: absence takes away neither it nor what it stands for. */
export function guards({ files }) {
  return files
    .filter(
      ({ place }) => place?.kind === 'cluster' || place?.kind === 'namespace',
    )
    .filter(file => !isDeleting(file))
    .flatMap(file =>
      file.documents.flatMap(document => guardsOf(file, document)),
    );
}

function guardsOf(file, document) {
  const { value } = document;
  if (file.path.endsWith('.auto.tfvars.json')) {
    return value.create === true
      ? []
      : [
          problemAt(
            file,
            document,
            ['create'],
            `create must be true; ${LET_GO}`,
          ),
        ];
  }
  const problems = [];
  const metadata = ['metadata', 'annotations'];
  const options = String(annotation(document, OPTIONS) ?? '').split(/\s*,\s*/);
  // Of a team's namespace it is the Namespace that takes everything with it.
  if (file.place.kind === 'cluster' || value.kind === 'Namespace') {
    for (const option of ['Prune=false', 'Delete=false']) {
      if (!options.includes(option)) {
        problems.push(
          problemAt(
            file,
            document,
            [...metadata, OPTIONS],
            `${value.kind} ${valueAt(value, [
              'metadata',
              'name',
            ])} must have ${option} among ${OPTIONS}; ${LET_GO}`,
          ),
        );
      }
    }
  }
  for (const [name, policy] of Object.entries(valueAt(value, metadata) ?? {})) {
    if (
      name.endsWith('services.k8s.aws/deletion-policy') &&
      policy !== 'retain'
    ) {
      problems.push(
        problemAt(
          file,
          document,
          [...metadata, name],
          `${name} must be retain; ${LET_GO}`,
        ),
      );
    }
  }
  const [group] = String(value.apiVersion).split('/');
  if (
    group === 'eks.services.k8s.aws' &&
    annotation(document, 'services.k8s.aws/deletion-policy') === undefined
  ) {
    problems.push(
      problemAt(
        file,
        document,
        metadata,
        `${value.kind} ${valueAt(value, [
          'metadata',
          'name',
        ])} must have services.k8s.aws/deletion-policy: retain; ${LET_GO}`,
      ),
    );
  }
  if (/^eks\.aws(\.m)?\.upbound\.io$/.test(group)) {
    const policies = valueAt(value, ['spec', 'managementPolicies']);
    if (
      !Array.isArray(policies) ||
      policies.includes('*') ||
      policies.includes('Delete')
    ) {
      problems.push(
        problemAt(
          file,
          document,
          ['spec', 'managementPolicies'],
          `managementPolicies must be a list without Delete; ${LET_GO}`,
        ),
      );
    }
  }
  return problems;
}
