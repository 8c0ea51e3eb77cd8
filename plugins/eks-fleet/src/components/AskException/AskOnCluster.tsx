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

import { ButtonIcon } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  eksFleetExceptionRequestPermission,
  type PolicyCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';

/** Where one asks for an exception from a policy on a cluster that has it. */
export function AskOnCluster(props: {
  row: PolicyCluster;
  tabbable: boolean;
  onAsk: (row: PolicyCluster) => void;
}) {
  const { row, tabbable, onAsk } = props;
  const { cell, cluster } = row;
  const t = useTranslation();
  const { allowed } = usePermission({
    permission: eksFleetExceptionRequestPermission,
    resourceRef: cluster.entityRef,
  });
  return allowed && (cell.state === 'deployed' || cell.state === 'reported') ? (
    <ButtonIcon
      size="small"
      variant="tertiary"
      icon={<RiShieldCheckLine aria-hidden />}
      aria-label={t('askException.askOn', { cluster: cluster.name })}
      excludeFromTabOrder={!tabbable}
      onPress={() => onAsk(row)}
    />
  ) : null;
}
