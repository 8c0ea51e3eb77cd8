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

import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Button } from '@backstage/ui';
import type { PolicyLayers } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import type { EditablePolicy } from '../../lib/policyEdit';
import type { Translate } from '../../translation';
import { ChangePolicyDialog } from './ChangePolicyDialog';
import styles from './PolicyEdit.module.css';
import { usePolicyLayers } from './usePolicyLayers';

/** Of the address: whether the policy is being changed, and in which layer or on which cluster. */
const PARAM = 'change';

/** Where one switches a policy; what keeps the reader from it is said beside it. */
export function ChangePolicy(props: {
  policy: EditablePolicy;
  onAsked: () => void;
}) {
  const { policy, onAsked } = props;
  const t = useTranslation();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const asked = params.get(PARAM);
  const cluster = asked?.startsWith('arn:') ? asked : undefined;
  const query = usePolicyLayers(policy, cluster);
  const refusal = refusalOf(t, query);
  const show = (target: string | undefined) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        after.delete(PARAM);
        if (target !== undefined) {
          after.set(PARAM, target);
        }
        return after;
      },
      { replace: true },
    );
  return (
    <span className={styles.change}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : id}
        onPress={() => show('')}
      >
        {t('policyEdit.change')}
      </Button>
      {refusal !== undefined && (
        <small id={id} className={styles.reason}>
          {refusal}
        </small>
      )}
      {asked !== null && query.value?.policy && refusal === undefined && (
        <ChangePolicyDialog
          policy={policy}
          layers={query.value}
          initial={{ path: pathOf(query.value, asked) }}
          onClose={() => show(undefined)}
          onAsked={() => {
            show(undefined);
            onAsked();
          }}
        />
      )}
    </span>
  );
}

/**
 * The layer that is asked for; of a cluster its own, which is the last, and
 * never one that reaches others.
 */
function pathOf({ layers }: PolicyLayers, asked: string): string | undefined {
  if (asked.startsWith('arn:')) {
    return layers.findLast(({ kind }) => kind === 'cluster')?.path;
  }
  const named = layers.find(({ path }) => path === asked);
  return (named ?? layers.find(({ mayEdit }) => mayEdit))?.path;
}

/** Why nothing can be changed, in a sentence. */
function refusalOf(
  t: Translate,
  { error, value }: FleetQuery<PolicyLayers>,
): string | undefined {
  if (!value) {
    return error
      ? t('policyEdit.unread', { message: errorMessage(error) })
      : t('policyEdit.loading');
  }
  if (value.problem) {
    return value.problem;
  }
  if (!value.policy) {
    return t('policyEdit.notOfChart');
  }
  return value.layers.some(({ mayEdit }) => mayEdit)
    ? undefined
    : t('policyEdit.notAllowed');
}
