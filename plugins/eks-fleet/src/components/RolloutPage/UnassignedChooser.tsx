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

import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Checkbox, CheckboxGroup, Skeleton, Text } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { QueryView } from '../QueryView';

/** Chooses among the clusters that fit a rollout by now and are in no wave of it. */
export function UnassignedChooser(props: {
  rollout: Rollout;
  /** ARNs that are in a wave already. */
  known: ReadonlySet<string>;
  chosen: string[];
  onChange: (arns: string[]) => void;
}) {
  const { rollout, known, chosen, onChange } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const query = useFleetQuery(
    useCallback(async () => {
      const { change, executor, selection, strategy, title } = rollout;
      const { cells, unassigned } = await api.previewRollout({
        title,
        change,
        selection,
        strategy,
        executor,
      });
      const fitting = [
        ...cells.flatMap(({ clusters }) => clusters),
        ...unassigned,
      ];
      return fitting
        .filter(({ arn }) => !known.has(arn))
        .map(({ arn, name }) => ({ arn, name }));
      // What is asked about stays as it was when the dialog opened.
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [api, rollout.id]),
  );
  const { value } = query;
  useEffect(() => {
    if (value) {
      onChange(value.map(({ arn }) => arn));
    }
  }, [value, onChange]);
  return (
    <QueryView
      query={query}
      what={t('rolloutAct.assignWhich')}
      permission="eks-fleet.rollout.plan"
      skeleton={<Skeleton height={80} />}
    >
      {clusters =>
        clusters.length === 0 ? (
          <Text as="p">{t('rolloutAct.assignNone')}</Text>
        ) : (
          <CheckboxGroup
            label={t('rolloutAct.assignWhich')}
            value={chosen}
            onChange={onChange}
          >
            {clusters.map(({ arn, name }) => (
              <Checkbox key={arn} value={arn}>
                {name}
              </Checkbox>
            ))}
          </CheckboxGroup>
        )
      }
    </QueryView>
  );
}
