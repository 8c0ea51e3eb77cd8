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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import {
  compareVersions,
  type RolloutChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import type { WizardDraft } from '../../lib/rolloutDraft';
import { formatDay } from '../../lib/time';
import { AddonVersions } from './AddonVersions';
import type { StepProps } from './WizardSteps';
import styles from './RolloutWizard.module.css';

const KINDS: RolloutChange['kind'][] = [
  'kubernetesVersion',
  'addons',
  'nodeImages',
];
const EXECUTORS = ['gitops', 'eks', 'observe'] as const;
const ADDON_MODES = ['compatible', 'leave', 'named'] as const;
const NODE_MODES = ['follow', 'leave'] as const;

/** What is carried over the fleet, and by whom. */
export function ChangeStep(props: StepProps) {
  const { draft, change } = props.state;
  const t = useTranslation();
  return (
    <div className={styles.form}>
      <TextField
        label={t('wizard.titleField')}
        description={t('wizard.titleHint')}
        value={draft.title}
        onChange={title => change({ title })}
        maxLength={120}
        isRequired
      />
      <RadioGroup
        label={t('wizard.kind')}
        value={draft.kind}
        onChange={kind => change({ kind: kind as WizardDraft['kind'] })}
      >
        {KINDS.map(kind => (
          <Radio key={kind} value={kind}>
            {t(`wizard.kind_${kind}`)}
          </Radio>
        ))}
      </RadioGroup>
      {draft.kind === 'kubernetesVersion' && (
        <>
          <VersionSelect
            version={draft.version}
            onChange={version => change({ version })}
          />
          <Select
            label={t('wizard.addons')}
            options={ADDON_MODES.map(value => ({
              value,
              label: t(`wizard.addons_${value}`),
            }))}
            value={draft.addonMode}
            onChange={value =>
              change({ addonMode: value as WizardDraft['addonMode'] })
            }
          />
          <Select
            label={t('wizard.nodes')}
            options={NODE_MODES.map(value => ({
              value,
              label: t(`wizard.nodes_${value}`),
            }))}
            value={draft.nodes}
            onChange={value => change({ nodes: value as WizardDraft['nodes'] })}
          />
        </>
      )}
      {(draft.kind === 'addons' ||
        (draft.kind === 'kubernetesVersion' &&
          draft.addonMode === 'named')) && (
        <AddonVersions
          addons={draft.addons}
          onChange={addons => change({ addons })}
        />
      )}
      {draft.kind === 'nodeImages' && (
        <TextField
          label={t('wizard.release')}
          description={t('wizard.releaseHint')}
          value={draft.releaseVersion}
          onChange={releaseVersion => change({ releaseVersion })}
          maxLength={60}
        />
      )}
      <Select
        label={t('wizard.executor')}
        options={[...new Set([...EXECUTORS, draft.executor])].map(value => ({
          value,
          label: isKnown(value) ? t(`wizard.executor_${value}`) : value,
        }))}
        value={draft.executor}
        onChange={value => change({ executor: String(value) })}
      />
    </div>
  );
}

function isKnown(executor: string): executor is (typeof EXECUTORS)[number] {
  return (EXECUTORS as readonly string[]).includes(executor);
}

/** The versions that still have support, the newest first. */
function VersionSelect(props: {
  version: string;
  onChange: (version: string) => void;
}) {
  const { version, onChange } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { value } = useFleetQuery(useCallback(() => api.listVersions(), [api]));
  const ends = new Map(
    (value?.items ?? [])
      .filter(({ state }) => state !== 'unsupported')
      .map(item => [item.version, item.endOfStandardSupport]),
  );
  const versions = [...new Set([...ends.keys(), version])]
    .filter(Boolean)
    .sort((a, b) => compareVersions(b, a));
  return (
    <Select
      label={t('wizard.version')}
      placeholder={t('wizard.versionNone')}
      options={versions.map(one => {
        const date = formatDay(ends.get(one));
        return {
          value: one,
          label: date ? t('wizard.versionUntil', { version: one, date }) : one,
        };
      })}
      value={version || null}
      onChange={next => onChange(String(next))}
      isRequired
    />
  );
}
