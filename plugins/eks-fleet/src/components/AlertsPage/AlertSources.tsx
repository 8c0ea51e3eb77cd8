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

import { Alert } from '@backstage/ui';
import type { AlertSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge } from '../../lib/time';
import { targetStates } from '../../states';
import type { Translate } from '../../translation';

/** Sources of which it is not known what fires; silence of those is no good news. */
export function AlertSources(props: { sources: AlertSource[] }) {
  const t = useTranslation();
  const now = useNow();
  const failing = props.sources.filter(isFailing);
  return (
    <>
      {failing.map(source => (
        <Alert
          key={source.id}
          status="warning"
          icon
          role="status"
          mb="2"
          title={problemText(source, t)}
          description={[
            source.error?.message,
            t('alerts.sourceSince', {
              age: formatAge(source.lastSuccessAt, now) ?? t('age.never'),
            }),
            t('alerts.sourceMeaning'),
          ]
            .filter(Boolean)
            .join(' ')}
        />
      ))}
    </>
  );
}

function isFailing({ state, watchdog }: AlertSource): boolean {
  return targetStates[state].failing || watchdog === 'lost';
}

function problemText(source: AlertSource, t: Translate): string {
  const { id, state } = source;
  return targetStates[state].failing
    ? t('alerts.sourceFails', { id, problem: t(targetStates[state].word) })
    : t('alerts.sourceWatchdog', { id });
}
