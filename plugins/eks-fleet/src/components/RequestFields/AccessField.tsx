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
import { Button, ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type {
  NamespaceAccess,
  NamespaceAccessLevel,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { accessOf, accessWho } from '../../lib/namespaceAccess';
import { checked } from './checked';
import styles from './RequestFields.module.css';

/** Who gets into a namespace, at most to edit. */
export function AccessField(props: {
  value: readonly NamespaceAccess[];
  onChange: (value: NamespaceAccess[]) => void;
  /** Patterns that ARNs of roles must fit. */
  roles?: readonly string[];
  problem?: string;
}) {
  const { onChange, problem, roles = [], value } = props;
  const t = useTranslation();
  const [who, setWho] = useState('');
  const [level, setLevel] = useState<NamespaceAccessLevel>('edit');
  const add = () => {
    const added = accessOf(who.trim(), level);
    onChange([
      ...value.filter(each => accessWho(each) !== accessWho(added)),
      added,
    ]);
    setWho('');
  };
  return (
    <section className={styles.group} aria-label={t('field.access')}>
      <h4 className={styles.title}>{t('field.access')}</h4>
      <p className={styles.hint}>{t('field.accessHint')}</p>
      {value.length === 0 ? (
        <p className={styles.hint}>{t('field.accessNone')}</p>
      ) : (
        <ul className={styles.list}>
          {value.map(each => (
            <li key={accessWho(each)} className={styles.row}>
              <span>
                {t('spec.mayDo', { who: accessWho(each), level: each.level })}
              </span>
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiCloseLine aria-hidden />}
                aria-label={t('field.accessRemove', { who: accessWho(each) })}
                onPress={() => onChange(value.filter(other => other !== each))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <TextField
          {...checked(problem)}
          label={t('field.accessWho')}
          description={
            roles.length > 0
              ? [t('field.accessWhoHint'), ...roles].join('; ')
              : t('field.accessWhoHint')
          }
          value={who}
          onChange={setWho}
          maxLength={300}
          autoComplete="off"
          onKeyDown={event => {
            if (event.key === 'Enter' && who.trim()) {
              event.preventDefault();
              add();
            }
          }}
        />
        <Select
          label={t('field.accessLevel')}
          options={[
            { value: 'edit', label: t('field.accessEdit') },
            { value: 'view', label: t('field.accessView') },
          ]}
          value={level}
          onChange={next => setLevel(next === 'view' ? 'view' : 'edit')}
        />
        <Button variant="secondary" isDisabled={!who.trim()} onPress={add}>
          {t('field.accessAdd')}
        </Button>
      </div>
    </section>
  );
}
