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

import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { useTemplateActs } from '../../hooks/useTemplateActs';
import { useTranslation } from '../../hooks/useTranslation';

/** What can be asked for of the entity that is looked at; not there where that is nothing. */
export function TemplateActsMenu(props: { thing: 'cluster' | 'namespace' }) {
  const t = useTranslation();
  const acts = useTemplateActs(props.thing);
  return acts.length === 0 ? null : (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconEnd={<RiArrowDownSLine aria-hidden />}
      >
        {t('act.title')}
      </Button>
      <Menu aria-label={t('act.title')}>
        {acts.map(({ href, word }) => (
          <MenuItem key={word} href={href}>
            {t(`act.${word}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
