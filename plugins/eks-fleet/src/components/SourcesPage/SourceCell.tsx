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

import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { SourceColumnId } from '../../lib/sourceColumns';
import { sourceKindText } from '../../lib/sourceText';
import { formatAge, formatExact } from '../../lib/time';
import { sourceReasonKey, sourceStates } from '../../states';
import { GridLine, GridLines, GridOpen, GridSmall } from '../GridLines';
import { StateBadge } from '../StateBadge';

/** What one column shows of a source. */
export function SourceCell(props: {
  column: SourceColumnId;
  source: Source;
  now: Date;
  tabbable: boolean;
  onOpen: (source: Source) => void;
}) {
  const { column, source, now, tabbable, onOpen } = props;
  const t = useTranslation();
  const { error, kind, name, state } = source;
  const age = (time: string | undefined, fallback: string) => (
    <span title={formatExact(time)}>{formatAge(time, now) ?? fallback}</span>
  );
  switch (column) {
    case 'name':
      return (
        <GridOpen
          label={t('clusterSources.open', {
            kind: sourceKindText(kind, t),
            name,
          })}
          title={name}
          tabbable={tabbable}
          onOpen={() => onOpen(source)}
        >
          {name}
        </GridOpen>
      );
    case 'kind':
      return <>{sourceKindText(kind, t)}</>;
    case 'state':
      return (
        <GridLines>
          <StateBadge look={sourceStates[state]}>
            {t(sourceStates[state].word)}
          </StateBadge>
          {error?.since && (
            <small title={formatExact(error.since)}>
              {t('clusterSources.since', {
                age: formatAge(error.since, now) ?? '?',
              })}
            </small>
          )}
        </GridLines>
      );
    case 'reason': {
      const reason = t(sourceReasonKey(kind, state));
      return (
        <GridLines title={[reason, error?.message].filter(Boolean).join(' ')}>
          <GridLine>{reason}</GridLine>
          {error && <GridSmall>{error.message}</GridSmall>}
        </GridLines>
      );
    }
    case 'place':
      return (
        <GridLines>
          <span>{source.accountId}</span>
          <small>{source.region}</small>
        </GridLines>
      );
    case 'lastSuccess':
      return age(source.lastSuccessAt, t('age.never'));
    default:
      return age(source.nextAttemptAt, '–');
  }
}
