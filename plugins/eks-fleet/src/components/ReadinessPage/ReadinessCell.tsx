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

import type { ReadinessItem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import type { ReadinessColumnId } from '../../lib/readinessColumns';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { formatAge, formatExact } from '../../lib/time';
import { supportStates, verdictStates } from '../../states';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';

/** What a cluster's row shows in a column. */
export function ReadinessCell(props: {
  column: ReadinessColumnId;
  item: ReadinessItem;
  /** The cluster's readiness. */
  href: string | undefined;
  entityPath: (entityRef: string, defaultKind?: string) => string | undefined;
  now: Date;
  tabbable: boolean;
}) {
  const { column, item, href, entityPath, now, tabbable } = props;
  const t = useTranslation();
  switch (column) {
    case 'name':
      return <EntityName name={item.name} href={href} tabbable={tabbable} />;
    case 'verdict': {
      // A cluster that has nowhere to move is told as ready without a target.
      const done = item.verdict === 'ready' && !item.target;
      const look = verdictStates[done ? 'done' : item.verdict];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
    case 'version':
      return item.target ? (
        <span>
          {t('readiness.path', {
            from: item.version ?? '?',
            to: item.target,
          })}
        </span>
      ) : (
        <span title={t('readiness.noTarget')}>{item.version ?? '–'}</span>
      );
    case 'owner':
      return item.owner ? (
        <EntityName
          name={entityTitle(item.owner)}
          href={entityPath(item.owner, 'group')}
          tabbable={tabbable}
          small
        />
      ) : (
        <>–</>
      );
    case 'supportEnds':
      return (
        <StateBadge
          look={supportStates[item.support.state]}
          title={supportSentence(item.support, t)}
        >
          {supportBadge(item.support, now, t)}
        </StateBadge>
      );
    case 'assessed':
      return (
        <time dateTime={item.assessedAt} title={formatExact(item.assessedAt)}>
          {formatAge(item.assessedAt, now) ?? t('age.never')}
        </time>
      );
    case 'firstBlocker':
    case 'environment':
      return <span title={item[column]}>{item[column] ?? '–'}</span>;
    default:
      return <>{item[column]}</>;
  }
}
