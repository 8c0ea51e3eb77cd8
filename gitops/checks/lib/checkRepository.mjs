import { absence } from '../rules/absence.mjs';
import { applications } from '../rules/applications.mjs';
import { clusters } from '../rules/clusters.mjs';
import { deletions } from '../rules/deletions.mjs';
import { duplicates } from '../rules/duplicates.mjs';
import { expiry } from '../rules/expiry.mjs';
import { guards } from '../rules/guards.mjs';
import { layout } from '../rules/layout.mjs';
import { namespaces } from '../rules/namespaces.mjs';
import { networks } from '../rules/networks.mjs';
import { projects } from '../rules/projects.mjs';
import { references } from '../rules/references.mjs';
import { schemas } from '../rules/schemas.mjs';

const RULES = [
  layout,
  schemas,
  clusters,
  guards,
  namespaces,
  projects,
  applications,
  duplicates,
  networks,
  references,
  expiry,
  absence,
  deletions,
];

/**
 * Each rule's problems: refused where the change touches one of their files, or
 * where there is no change to tell; noted elsewhere, so that an old mistake does
 * not hold up whoever comes next.
 *
 * A problem is `{ file, line, message, others?: string[], isNote? }`: `others`
 * are files that it is as much about.
 */
export function checkRepository(repository, change, today) {
  const problems = RULES.flatMap(rule => rule(repository, { change, today }));
  const isTouched = ({ file, others = [] }) =>
    !change || [file, ...others].some(each => change.touched.has(each));
  const refusals = problems.filter(each => !each.isNote && isTouched(each));
  return {
    refusals: inOrder(refusals),
    notes: inOrder(problems.filter(each => !refusals.includes(each))),
  };
}

function inOrder(problems) {
  return [...problems].sort(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      a.line - b.line ||
      a.message.localeCompare(b.message),
  );
}
