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

import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import type { AccountRegion, FormFieldProps } from '../../formFields/types';
import { ChoiceField } from '../RequestFields';
import { FieldShell } from './FieldShell';
import { OptionsView } from './OptionsView';
import styles from './FormFields.module.css';

/** The account and the Region that something is to be in, of those that may be had. */
export function AccountRegionField(props: FormFieldProps<AccountRegion>) {
  const { formData = {}, onChange } = props;
  const t = useTranslation();
  const { owner } = useTemplateForm(props);
  const change = (part: AccountRegion) => onChange({ ...formData, ...part });
  return (
    <FieldShell field={props} untitled>
      <OptionsView owner={owner}>
        {({ accounts, regions }) =>
          accounts.length === 0 || regions.length === 0 ? (
            <p className={styles.problem} role="status">
              {t('formField.noAccounts')}
            </p>
          ) : (
            <div className={styles.pair}>
              <ChoiceField
                label={t('formField.account')}
                choices={accounts.map(({ id }) => id)}
                text={id => accountText(id, accounts)}
                value={formData.accountId ?? ''}
                onChange={accountId => change({ accountId })}
                isRequired
              />
              <ChoiceField
                label={t('formField.region')}
                choices={regions}
                value={formData.region ?? ''}
                onChange={region => change({ region })}
                isRequired
              />
            </div>
          )
        }
      </OptionsView>
    </FieldShell>
  );
}

function accountText(
  id: string,
  accounts: readonly { id: string; name?: string }[],
): string {
  const name = accounts.find(account => account.id === id)?.name;
  return name ? `${name} (${id})` : id;
}
