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
import type { PullRequestRef } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { safeUrl } from '../../lib/safeUrl';
import { pullRequestStates } from '../../states';
import { StateBadge } from '../StateBadge';

/** A pull request with what became of it. */
export function PullRequestLink(props: { pullRequest: PullRequestRef }) {
  const { mergedBy, number, state, url } = props.pullRequest;
  const t = useTranslation();
  const href = safeUrl(url);
  const name = number === undefined ? url : `#${number}`;
  return (
    <span>
      {href ? (
        <Link href={href} target="_blank" title={href}>
          {name}
        </Link>
      ) : (
        name
      )}{' '}
      {state && (
        <StateBadge look={pullRequestStates[state]}>
          {t(pullRequestStates[state].word)}
        </StateBadge>
      )}
      {mergedBy && ` ${t('cell.mergedBy', { who: entityTitle(mergedBy) })}`}
    </span>
  );
}
