"""Pretraining of the small latent diffusion model that ships with Sinopia."""
