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

import { Link } from '@backstage/ui';
import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { exceptionScopeText } from '../../lib/exceptionScopeText';
import { policyName } from '../../lib/policyText';
import { formatDay, formatExact } from '../../lib/time';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { FactList } from '../FactList';
import { LinkedText } from '../LinkedText';
import { PullRequestLink } from '../RolloutPage/PullRequestLink';
import styles from './ExceptionRequestsPage.module.css';

/** States in which it waits for somebody or something. */
const WAITS = [
  'pendingApproval',
  'proposed',
  'merged',
  'inForce',
  'expired',
] as const satisfies readonly ExceptionRequest['state'][];

const RENDERINGS = {
  'policies.kyverno.io': 'exceptionRequests.renderingCel',
  'kyverno.io': 'exceptionRequests.renderingKyverno',
  gatekeeper: 'exceptionRequests.renderingValues',
} as const satisfies Record<ExceptionRequest['rendering'], string>;

/** What was asked for, by whom and why, what was decided, and where it is written. */
export function RequestFacts(props: { request: ExceptionRequest }) {
  const { request } = props;
  const { decision, endedEarly, finding, policy, state } = request;
  const { pullRequest, removal } = request;
  const t = useTranslation();
  const links = useFleetLinks();
  const waits = WAITS.find(each => each === state);
  return (
    <FactList
      facts={[
        [
          t('exceptionRequests.waits'),
          waits && t(`exceptionRequests.waitsFor_${waits}`),
        ],
        [
          t('exceptionRequests.policy'),
          <>
            <Link href={links.policy(policy)}>{policyName(policy)}</Link>{' '}
            <span className={styles.about}>
              {t(`policyEngine.${policy.engine}`)}
            </span>
          </>,
        ],
        [t('exceptionRequests.scope'), exceptionScopeText(t, request.scope)],
        [
          t('exceptionRequests.finding'),
          finding && (
            <Link href={links.findings({ open: finding })}>
              {t('exceptionRequests.findingLink')}
            </Link>
          ),
        ],
        [t('exceptionRequests.reason'), <LinkedText text={request.reason} />],
        [
          t('exceptionRequests.ticket'),
          request.ticket && <LinkedText text={request.ticket} />,
        ],
        [
          t('exceptionRequests.asked'),
          <Who who={request.requestedBy} at={request.requestedAt} />,
        ],
        [
          t('exceptionRequests.decision'),
          decision && (
            <>
              {t(`exceptionRequests.decided_${decision.verdict}`, {
                who: entityTitle(decision.by),
              })}
              , <Age time={decision.at} past />
              {decision.comment && (
                <div className={styles.message}>
                  <q>{decision.comment}</q>
                </div>
              )}
            </>
          ),
        ],
        [
          t('exceptionRequests.end'),
          <time title={formatExact(request.expiresAt)}>
            {formatDay(request.expiresAt)}
          </time>,
        ],
        [
          t('exceptionRequests.endedEarly'),
          endedEarly && <Who who={endedEarly.by} at={endedEarly.at} />,
        ],
        [
          t('exceptionRequests.pullRequest'),
          pullRequest && <PullRequestLink pullRequest={pullRequest} />,
        ],
        [
          t('exceptionRequests.removal'),
          removal && <PullRequestLink pullRequest={removal} />,
        ],
        [t('exceptionRequests.name'), request.name],
        [t('exceptionRequests.kind'), t(RENDERINGS[request.rendering])],
      ]}
    />
  );
}

function Who(props: { who: string; at: string }) {
  const entityPath = useEntityPath();
  return (
    <>
      <EntityName
        name={entityTitle(props.who)}
        href={entityPath(props.who, 'user')}
      />
      , <Age time={props.at} past />
    </>
  );
}
