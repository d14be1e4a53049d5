"""scikit-learn: a forest of a hundred unpruned trees."""
from clock import least, tell

import numpy as np
from sklearn.ensemble import RandomForestClassifier

draw = np.random.default_rng(0)
x = draw.uniform(-1, 1, (10_000, 30)).astype(np.float32)
y = (x[:, :15].sum(axis=1) > 0) ^ (draw.uniform(size=10_000) < 0.1)
tell({"scikit-learn, forest": least(lambda: RandomForestClassifier(100, n_jobs=1, random_state=0).fit(x, y), 3)})
