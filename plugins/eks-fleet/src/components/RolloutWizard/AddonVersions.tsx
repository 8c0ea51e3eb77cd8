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

import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';
import type { WizardDraft } from '../../lib/rolloutDraft';
import styles from './RolloutWizard.module.css';

/** Add-ons by name, each with the version to reach. */
export function AddonVersions(props: {
  addons: WizardDraft['addons'];
  onChange: (addons: WizardDraft['addons']) => void;
}) {
  const { addons, onChange } = props;
  const t = useTranslation();
  const set = (at: number, part: Partial<WizardDraft['addons'][number]>) =>
    onChange(
      addons.map((addon, index) =>
        index === at ? { ...addon, ...part } : addon,
      ),
    );
  return (
    <div
      className={styles.form}
      role="group"
      aria-label={t('wizard.addonList')}
    >
      {addons.map((addon, index) => (
        <div key={index} className={styles.pair}>
          <TextField
            label={t('wizard.addonName')}
            value={addon.name}
            onChange={name => set(index, { name })}
            maxLength={100}
          />
          <TextField
            label={t('wizard.addonVersion')}
            value={addon.version}
            onChange={version => set(index, { version })}
            maxLength={100}
          />
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine aria-hidden />}
            aria-label={t('wizard.addonRemove', { name: addon.name || '?' })}
            isDisabled={addons.length === 1}
            onPress={() => onChange(addons.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          onPress={() => onChange([...addons, { name: '', version: '' }])}
        >
          {t('wizard.addonAdd')}
        </Button>
      </div>
    </div>
  );
}
