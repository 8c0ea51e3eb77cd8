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

import { useCallback, useState } from 'react';
import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiKey2Line } from '@remixicon/react';
import { eksFleetIngestManagePermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { IngestTokensDialog, type TokenOwner } from './IngestTokensDialog';

/** Where who may manages the tokens of a cluster. */
export function IngestTokensButton(props: { cluster: TokenOwner }) {
  const { cluster } = props;
  const t = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const { allowed } = usePermission({
    permission: eksFleetIngestManagePermission,
    resourceRef: cluster.entityRef,
  });
  return allowed ? (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiKey2Line aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {t('ingestTokens.open')}
      </Button>
      {isOpen && <IngestTokensDialog cluster={cluster} onClose={close} />}
    </>
  ) : null;
}
