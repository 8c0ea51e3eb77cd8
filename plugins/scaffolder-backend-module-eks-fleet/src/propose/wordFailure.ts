/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  EditRefusal,
  GitFailure,
  ProposalRefusal,
  type GitFailureReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

type Kind = new (message: string) => CustomErrorBase;

const AGAIN = 'run the task again: what was made so far is found then';

/** What mends a failure of a Git host; `{id}` is the fleet repository's. */
const MENDS: Record<GitFailureReason, [Kind, mend: string]> = {
  unauthenticated: [
    ServiceUnavailableError,
    'see to the credentials for the host in integrations',
  ],
  forbidden: [
    NotAllowedError,
    "the portal's credentials need the right to read {id}, to push branches to it, and to open pull requests",
  ],
  throttled: [
    ServiceUnavailableError,
    'the host is asked too often; wait, and run the task again',
  ],
  unreachable: [ServiceUnavailableError, `once the host answers, ${AGAIN}`],
  timeout: [ServiceUnavailableError, `once the host answers, ${AGAIN}`],
  notFound: [
    NotFoundError,
    "see whether {id} has moved (eksFleet.fleetRepositories[].url), or is closed to the portal's credentials",
  ],
  conflict: [
    ConflictError,
    'somebody else is at it, or {id} is still empty and needs a first commit; then run the task again',
  ],
  moved: [ConflictError, AGAIN],
  notReady: [ServiceUnavailableError, `in a minute, ${AGAIN}`],
  writesOff: [NotAllowedError, 'set eksFleet.writes to on'],
  invalid: [
    InputError,
    'see whether eksFleet.fleetRepositories[].url of {id} is right, and what the host says of it',
  ],
};

/** Says what a failure means to whoever ran the template, and what would mend it. */
export function wordFailure(error: unknown, repository: string): unknown {
  if (error instanceof GitFailure) {
    const [KindOfError, mend] = MENDS[error.reason];
    const after = error.retryAfterSeconds
      ? ` (not before ${error.retryAfterSeconds} s)`
      : '';
    return new KindOfError(
      `${error.message}: ${mend.replace('{id}', repository)}${after}`,
    );
  }
  if (error instanceof ProposalRefusal) {
    return new ConflictError(`${error.message} (${repository})`);
  }
  if (error instanceof EditRefusal) {
    const mend = error.message.endsWith('is there already')
      ? 'choose another path, or let the step take its place with replaceExisting'
      : 'look at the file as it is now, and fill in the form anew';
    return new ConflictError(`${error.message}: ${mend}`);
  }
  return error;
}
