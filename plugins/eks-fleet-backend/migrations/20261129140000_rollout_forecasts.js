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

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('rollout_forecasts', table => {
    table.comment('The newest forecast of each rollout');
    table
      .string('rollout_id', 36)
      .primary()
      .references('id')
      .inTable('rollouts')
      .onDelete('CASCADE');
    table
      .string('plan_hash', 64)
      .notNullable()
      .comment('Of the plan that it is of');
    table.text('json').notNullable();
  });
  await knex.schema.alterTable('rollout_durations', table => {
    table
      .string('executor', 60)
      .notNullable()
      .defaultTo('eks')
      .comment(
        'Who moved it; before there was this column, eks alone was timed',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('rollout_durations', table => {
    table.dropColumn('executor');
  });
  await knex.schema.dropTable('rollout_forecasts');
};
