from g7data.client import Release as Release
from g7data.client import connect as connect
from g7data.client import download as download
from g7data.client import load as load
from g7data.client import releases as releases
