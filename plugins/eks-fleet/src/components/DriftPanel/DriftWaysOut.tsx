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

import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import type { ClusterDrift } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { AdoptDialog } from './AdoptDialog';
import { BringBackDialog } from './BringBackDialog';
import styles from './DriftPanel.module.css';

/** Adopt what EKS has into Git, or have EKS get what Git says. */
export function DriftWaysOut(props: {
  drift: ClusterDrift;
  onChanged: () => void;
}) {
  const { drift, onChanged } = props;
  const { adoption, bringBack, git } = drift;
  const t = useTranslation();
  const [open, setOpen] = useState<'adopt' | 'bringBack'>();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {t('drift.who')}
      </Text>
      {adoption && bringBack ? (
        <div className={styles.buttons}>
          <Button variant="secondary" onPress={() => setOpen('adopt')}>
            {t('drift.adopt')}
          </Button>
          <Button variant="secondary" onPress={() => setOpen('bringBack')}>
            {t('drift.bringBack')}
          </Button>
        </div>
      ) : (
        <Text as="p">{t('drift.noWays')}</Text>
      )}
      {open === 'adopt' && adoption && (
        <AdoptDialog adoption={adoption} onClose={close} onDone={done} />
      )}
      {open === 'bringBack' && bringBack && (
        <BringBackDialog
          bringBack={bringBack}
          provisioner={git?.provisioner}
          onClose={close}
          onDone={done}
        />
      )}
    </>
  );
}
