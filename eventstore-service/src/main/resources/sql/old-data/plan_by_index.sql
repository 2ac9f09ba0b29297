-- The tables grow from nothing while we copy, so what the planner knows of their size is never true.
SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)
