select {key}, cast(count(*) as varchar) as sample from {table} group by {key} having count(*) > 1
