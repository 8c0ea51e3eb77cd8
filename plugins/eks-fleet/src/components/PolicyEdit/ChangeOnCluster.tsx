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

import { useSearchParams } from 'react-router-dom';
import { ButtonIcon } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiEqualizerLine } from '@remixicon/react';
import {
  eksFleetPolicyEditPermission,
  type PolicyCluster,
  type PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { chartPolicy } from '../../lib/policyEdit';

/** Where one switches a policy for one cluster alone. */
export function ChangeOnCluster(props: {
  policy: PolicyRef;
  row: PolicyCluster;
  tabbable: boolean;
}) {
  const { policy, row, tabbable } = props;
  const { cluster } = row;
  const t = useTranslation();
  const [, setParams] = useSearchParams();
  const { allowed } = usePermission({
    permission: eksFleetPolicyEditPermission,
    resourceRef: cluster.entityRef,
  });
  return allowed && chartPolicy(policy) !== undefined ? (
    <ButtonIcon
      size="small"
      variant="tertiary"
      icon={<RiEqualizerLine aria-hidden />}
      aria-label={t('policyEdit.changeOn', { cluster: cluster.name })}
      excludeFromTabOrder={!tabbable}
      onPress={() =>
        setParams(
          before => {
            const after = new URLSearchParams(before);
            after.set('change', cluster.arn);
            return after;
          },
          { replace: true },
        )
      }
    />
  ) : null;
}
