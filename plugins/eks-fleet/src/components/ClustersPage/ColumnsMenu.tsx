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
import { RiLayoutColumnLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';
import { clusterColumns, type ClusterColumnId } from '../../lib/clusterColumns';

/** Chooses the columns; the name always stays. */
export function ColumnsMenu(props: {
  columns: ClusterColumnId[];
  onChange: (columns: ClusterColumnId[]) => void;
}) {
  const { columns, onChange } = props;
  const t = useTranslation();
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiLayoutColumnLine aria-hidden />}
      >
        {t('clusters.columns')}
      </Button>
      <Menu
        aria-label={t('clusters.columns')}
        selectionMode="multiple"
        selectedKeys={columns}
        disabledKeys={['name']}
        onSelectionChange={selection =>
          onChange(
            clusterColumns
              .map(({ id }) => id)
              .filter(
                id => id === 'name' || selection === 'all' || selection.has(id),
              ),
          )
        }
      >
        {clusterColumns.map(({ id }) => (
          <MenuItem key={id} id={id}>
            {t(`column.${id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
