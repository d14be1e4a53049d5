"""PyTorch and Opacus: an epoch of each network."""
from clock import least, tell

import logging
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
torch.set_num_threads(1)
torch.manual_seed(0)


def epoch(model, x, y, batch):
    optimiser, loss = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9), nn.CrossEntropyLoss()

    def work():
        order = torch.randperm(len(x))
        for start in range(0, len(x), batch):
            rows = order[start:start + batch]
            optimiser.zero_grad()
            loss(model(x[rows]), y[rows]).backward()
            optimiser.step()

    work()
    return work


def dense(*widths):
    layers = []
    for before, after in zip(widths, widths[1:]):
        layers += [nn.Linear(before, after), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def private(x, y):
    from opacus import PrivacyEngine

    model, loss = dense(600, 256, 100), nn.CrossEntropyLoss()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.01)
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=256)
    model, optimiser, loss, loader = PrivacyEngine().make_private(
        module=model, optimizer=optimiser, data_loader=loader, criterion=loss, noise_multiplier=1.0,
        max_grad_norm=1.0, grad_sample_mode="ghost")

    def work():
        for rows, labels in loader:
            optimiser.zero_grad()
            loss(model(rows), labels).backward()
            optimiser.step()

    return work


wide = torch.rand(20_000, 600), torch.randint(0, 100, (20_000,))
narrow = torch.rand(10_000, 30), torch.randint(0, 2, (10_000,))
images = torch.rand(10_000, 1, 28, 28), torch.randint(0, 10, (10_000,))
cnn = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
    nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1568, 128), nn.ReLU(), nn.Linear(128, 10))
tell({
    "PyTorch, wide": least(epoch(dense(600, 256, 100), *wide, 128), 5),
    "PyTorch, narrow": least(epoch(dense(30, 64, 2), *narrow, 64), 5),
    "PyTorch, images": least(epoch(cnn, *images, 128), 3),
    "Opacus, ghost clipping": least(private(*wide), 3),
})
